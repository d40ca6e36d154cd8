"""The signals of the session bus."""

from typing import TYPE_CHECKING, Any, NamedTuple, Self

if TYPE_CHECKING:
    from jeepney import Message


class Signal(NamedTuple):
    """A signal. The bus vouches for its *sender*, a unique name, and for nothing else: anybody may send it."""

    sender: str
    path: str
    interface: str
    member: str
    body: tuple[Any, ...]

    @classmethod
    def of(cls, message: "Message") -> Self:
        """The signal that *message* is."""
        from jeepney import HeaderFields

        fields = message.header.fields
        names = (HeaderFields.sender, HeaderFields.path, HeaderFields.interface, HeaderFields.member)
        sender, path, interface, member = (str(fields.get(name, "")) for name in names)
        return cls(sender, path, interface, member, tuple(message.body))
