"""Asks the accessibility tree of many nodes at once, over its bus.

A look at a window is some thousand questions.  libatspi awaits each answer before it asks the next; Gio takes longer over a message than the
program over its answer.  Here all questions are sent before the first answer is awaited, and little more is read of one than what it says.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import functools
import os
import re
import socket
import struct

from gi.repository import Atspi, Gio, GLib

ACCESSIBLE = "org.a11y.atspi.Accessible"
REGISTRY = ("org.a11y.atspi.Registry", "/org/a11y/atspi/accessible/root")
PATIENCE = 60          # seconds until a program that answers nothing hangs
METHOD_RETURN, ERROR = 2, 3
REPLY_SERIAL = 5


# --- What answers say: D-Bus types, each aligned to its size ---

def read_number(body, at=0):
    return struct.unpack_from("=I", body, at)[0]


def read_text(body, at):
    """Returns: the text, and where it ends."""
    end = at + 4 + read_number(body, at)
    return body[at + 4:end].decode(), end + 1


def read_variant_text(body):
    return read_text(body, 4)[0]


def read_states(body):
    low, high = struct.unpack_from("=II", body, 4)
    return low | high << 32


def read_box(body):
    return struct.unpack_from("=iiii", body)


def read_references(body):
    references, at, end = [], 8, 8 + read_number(body)
    while at < end:
        name, at = read_text(body, at + -at % 8)
        path, at = read_text(body, at + -at % 4)
        references.append((name, path))
    return references


# --- Questions: interface, method, arguments, how the answer is read ---

NAME = ("org.freedesktop.DBus.Properties", "Get", ("(ss)", (ACCESSIBLE, "Name")), read_variant_text)
CHILDREN = (ACCESSIBLE, "GetChildren", None, read_references)
ROLE = (ACCESSIBLE, "GetRole", None, read_number)
STATES = (ACCESSIBLE, "GetState", None, read_states)
BOX = ("org.a11y.atspi.Component", "GetExtents", ("(u)", (int(Atspi.CoordType.WINDOW),)), read_box)


@functools.cache
def write_message(reference, question):
    interface, method, arguments, _ = question
    message = Gio.DBusMessage.new_method_call(*reference, interface, method)
    if arguments is not None:
        message.set_body(GLib.Variant(*arguments))
    message.set_serial(1)
    return message.to_blob(Gio.DBusCapabilityFlags.NONE)


class Bus:
    """A connection to a message bus."""

    def __init__(self, address):
        kind, path = re.search(r"unix:(?:.*,)?(path|abstract)=([^,;]*)", address).groups()
        self.socket = socket.socket(socket.AF_UNIX)
        self.socket.settimeout(PATIENCE)
        self.socket.connect("\0" + path if kind == "abstract" else path)
        self.socket.sendall(b"\0AUTH EXTERNAL " + str(os.getuid()).encode().hex().encode() + b"\r\n")
        if not self.socket.recv(1024).startswith(b"OK"):
            raise ConnectionError(f"refused by {address}")
        self.socket.sendall(b"BEGIN\r\n")
        self.serial = 0
        self.received = b""
        self.ask([(("org.freedesktop.DBus", "/org/freedesktop/DBus"), ("org.freedesktop.DBus", "Hello", None, None))])

    def ask(self, questions):
        """Answers to questions, each whom and what is asked; None where there is none, as when a node is gone by now."""
        first = self.serial + 1
        messages = []
        for reference, question in questions:
            self.serial += 1
            blob = write_message(reference, question)
            messages.append(blob[:8] + struct.pack("=I", self.serial) + blob[12:])
        self.socket.sendall(b"".join(messages))

        answers = {}
        while len(answers) < len(questions):
            kind, serial, body = self._receive()
            if kind in (METHOD_RETURN, ERROR) and serial >= first:
                read = questions[serial - first][1][3]
                answers[serial - first] = read(body) if kind == METHOD_RETURN and read is not None else None
        return [answers[i] for i in range(len(questions))]

    def _take(self, length):
        while len(self.received) < length:
            chunk = self.socket.recv(1 << 16)
            if not chunk:
                raise ConnectionError("the bus has gone")
            self.received += chunk
        taken, self.received = self.received[:length], self.received[length:]
        return taken

    def _receive(self):
        """Returns: the kind of the next message, the serial of what it answers, and what it says."""
        _, kind, _, _, length, _, fields_length = struct.unpack("=BBBBIII", self._take(16))
        fields = self._take(fields_length + -fields_length % 8)
        body = self._take(length)
        at, serial = 0, 0
        while at < fields_length:
            code, signature = fields[at], fields[at + 2:at + 3]
            value = at + 4
            if code == REPLY_SERIAL:
                serial = read_number(fields, value)
            size = 4 if signature == b"u" else fields[value] + 2 if signature == b"g" else read_number(fields, value) + 5
            at = value + size + -(value + size) % 8
        return kind, serial, body


@functools.cache
def get_bus():
    session = Gio.bus_get_sync(Gio.BusType.SESSION)
    address, = session.call_sync("org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus", "GetAddress", None, None, Gio.DBusCallFlags.NONE, -1)
    return Bus(address)


def ask(questions):
    return get_bus().ask(questions)


def get_process_id(reference):
    question = ("org.freedesktop.DBus", "GetConnectionUnixProcessID", ("(s)", (reference[0],)), read_number)
    return ask([(("org.freedesktop.DBus", "/org/freedesktop/DBus"), question)])[0]
