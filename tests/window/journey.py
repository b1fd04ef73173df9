"""The main way through the program: click a muscle, see it, hold, stop, find it again after a restart.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import shutil
import sys

from gi.repository import Atspi

import kit

MUSCLE = "Infraspinatus, right"


class Journey(kit.WindowTest):
    def setUp(self):
        shutil.rmtree(kit.data_folder(), ignore_errors=True)
        kit.write_settings(get_ready_seconds=1, sound="false")

    def choose_by_pointer(self, program):
        program.click(*program.hover_until(program.box(program.zone(MUSCLE)), MUSCLE))
        kit.wait_for(lambda: program.is_pressed(program.zone(MUSCLE)), "the muscle pressed")

    def begin(self, program, pain):
        program.press(program.get("Start: Ball against the wall"))
        program.press(program.get(f"Pain before: {pain} of 10"))
        program.press(program.get("Begin"))
        program.get("Next", kit.BUTTON)
        program.key("space")                      # warmed up
        program.key("space")                      # spot found
        program.get("Pause", kit.BUTTON)

    def test_hold_is_found_again_after_a_restart(self):
        with kit.Program(self.binary) as program:
            self.choose_by_pointer(program)
            self.assertFalse(program.is_pressed(program.zone("Infraspinatus, left")))
            program.get("Infraspinatus", Atspi.Role.LABEL)
            self.begin(program, 6)
            program.get("1 of 3")                     # the first hold is over
            program.key("Escape")
            program.press(program.get("Pain after: 3 of 10"))
            program.press(program.get("Done"))
            program.key("ctrl+2")
            program.get("…" + MUSCLE, Atspi.Role.LABEL)
            program.get("Pain 6 → 3")
            self.assertEqual(program.quit(), 0)

        with kit.Program(self.binary) as program:
            program.key("ctrl+2")
            program.get("…" + MUSCLE, Atspi.Role.LABEL)
            program.get("Pain 6 → 3")
            program.press(program.get("Each hold"))
            program.get("10 s of 10 s, right, pressure 3 of 10")
            program.press(program.get("Delete this session"))
            program.get("No sessions yet")
            program.press(program.get("Undo"))
            program.get("Pain 6 → 3")
            self.assertEqual(program.quit(), 0)

    def test_killed_session_can_go_on(self):
        with kit.Program(self.binary) as program:
            self.choose_by_pointer(program)
            self.begin(program, 5)
            program.get("1 of 3")                     # in the second hold
            program.kill()

        with kit.Program(self.binary) as program:
            program.get("Go on with the interrupted session?")
            program.press(program.get("Go on"))
            program.get("Ball against the wall", Atspi.Role.LABEL)
            program.press(program.get("Go on", kit.BUTTON))
            program.get("1 of 3")                     # the hold that was cut off
            program.key("Escape")
            program.press(program.get("Done"))
            program.key("ctrl+2")
            program.get("Pain before: 5")
            self.assertEqual(program.quit(), 0)

    def test_discarded_session_stays_in_the_history(self):
        with kit.Program(self.binary) as program:
            self.choose_by_pointer(program)
            self.begin(program, 5)
            program.get("1 of 3")                     # in the second hold
            program.kill()

        with kit.Program(self.binary) as program:
            program.press(program.get("End it"))
            program.gone("Go on with the interrupted session?")
            program.key("ctrl+2")
            program.get("…interrupted")
            self.assertEqual(program.quit(), 0)

    def test_pause_repeat_skip_by_keys(self):
        # Time enough to look, in a slow build too; and paused, nothing passes by.
        kit.write_settings(get_ready_seconds=8, sound="false")
        with kit.Program(self.binary) as program:
            self.choose_by_pointer(program)
            self.begin(program, 4)
            program.key("space")
            program.get("Paused")
            program.key("Up")
            program.get("pressure 4 of 10")
            program.key("space")
            program.gone("Paused")
            program.key("Left")
            program.get("Get ready")
            program.key("space")
            program.get("Paused")
            program.get("pressure 4 of 10")
            program.key("f")
            program.gone("Body map")                  # the session alone in the window
            program.key("f")
            program.get("Body map")
            program.key("Right")
            program.get("Get ready")
            program.key("Escape")
            program.get("Stopped")
            program.press(program.get("Go on with the session"))
            program.get("Pause", kit.BUTTON)
            self.assertEqual(program.quit(), 0)


if __name__ == "__main__":
    kit.main(sys.argv[1])
