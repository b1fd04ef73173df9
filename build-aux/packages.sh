# shellcheck shell=sh disable=SC2034,SC2154 # the variables are those of the scripts that source this
# Sourced by run and check: the packages that Myomap needs from Debian or Ubuntu, and how they come.
# SPDX-License-Identifier: GPL-3.0-or-later

# to build and to run: compiler and build system; the libraries; what GTK shows icons, texts, settings and sound with
BUILD_PACKAGES="gcc libc6-dev meson ninja-build pkgconf gettext desktop-file-utils shared-mime-info libxml2-utils
 libgtk-4-dev libadwaita-1-dev libpango1.0-dev librsvg2-dev libxml2-dev libsqlite3-dev libgstreamer1.0-dev libgstreamer-plugins-base1.0-dev
 adwaita-icon-theme librsvg2-common fonts-cantarell dconf-gsettings-backend
 gstreamer1.0-plugins-base gstreamer1.0-plugins-good"

# to test: a display, a pointer and a screen reader's view of it; checkers
TEST_PACKAGES="xvfb xdotool dbus at-spi2-core gir1.2-atspi-2.0 python3 python3-gi
 valgrind libc6-dbg universal-ctags appstream fonts-dejavu-core"

say_and_stop ()
{
  echo "$*" >&2
  exit 1
}

list_missing ()
{
  for package in "$@"; do
    case " $(dpkg-query -W -f='${db:Status-Status} ' "$package" 2>/dev/null) " in
      *" installed "*) ;;
      *) printf '%s ' "$package" ;;
    esac
  done
}

as_root ()
{
  if [ "$(id -u)" = 0 ]; then
    "$@"
  elif [ -t 0 ]; then
    sudo "$@"
  else
    sudo -n "$@"
  fi
}

apt_get ()
{
  as_root env DEBIAN_FRONTEND=noninteractive apt-get -qq -y -o DPkg::Lock::Timeout=600 "$@"
}

# Another apt may be reading the lists at this moment; unlike the installing lock, that one is not waited for by itself.
update_lists ()
{
  for attempt in 1 2 3 4 5 6 7 8 9 10 11 12; do
    message=$(apt_get update 2>&1) && return
    case "$message" in
      *"Could not get lock"*) sleep 5 ;;
      *) return 1 ;;
    esac
  done
  return 1
}

# install_packages PACKAGE…: asks for nothing and needs no network when all are there
install_packages ()
{
  command -v apt-get >/dev/null ||
    say_and_stop "Myomap installs what it needs with apt, on Debian or Ubuntu; here, install the dependencies listed in README.md and build with Meson."
  missing=$(list_missing "$@")
  [ -n "$missing" ] || return 0
  [ "$(id -u)" = 0 ] || command -v sudo >/dev/null ||
    say_and_stop "Myomap lacks ${missing}and neither root rights nor sudo are there to install them."
  echo "Installing $missing" >&2
  update_lists || true
  # shellcheck disable=SC2086 # one word for each package
  message=$(apt_get install --no-install-recommends $missing 2>&1) ||
    say_and_stop "Myomap lacks ${missing}and apt could not install them: $(printf '%s\n' "$message" | grep -v '^W:' | tail -n 1)"
}

# configure FOLDER OPTION…: sets a build folder up, once
configure ()
{
  folder=$1; shift
  [ ! -f "$folder/build.ninja" ] || return 0
  message=$(meson setup "$@" "$folder" "$top" 2>&1) && return
  echo "Myomap cannot be built here: $(printf '%s\n' "$message" | grep -m 1 'ERROR:' || printf '%s\n' "$message" | tail -n 1)" >&2
  return 1
}
