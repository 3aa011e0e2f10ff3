"""A very small spreadsheet: computes the formulas that our workbook holds, as Excel documents them.

Values are float, str (empty cells are ""), bool; an error is raised as ``SheetError``.
"""

import math
import re
from collections.abc import Callable
from typing import Any

Value = Any
Cells = Callable[[str, int], Value]
"""(letters of the column, row) → value, of the sheet Indikator."""

_TOKEN = re.compile(
    r'\s*("(?:[^"]|"")*"|[0-9]+(?:\.[0-9]+)?(?:E\+[0-9]+)?|<=|>=|<>|[-+*/=<>(),{}&]'
    r"|Indikator!\$[A-Z]+:\$[A-Z]+|\$[A-Z]+[0-9]+|[A-Z_a-z.]+)"
)


class SheetError(Exception):
    """#VALUE!, #N/A, #DIV/0!: which of them does not matter to our formulas."""


def compute(formula: str, row: int, indikator: Cells, own: dict[str, Value]) -> Value:
    """The value of a formula in ``row``; ``own`` holds the cells of its sheet (``$A4``)."""
    reader = _Reader(formula.removeprefix("="), row, indikator, own)
    value = reader.comparison()()
    assert reader.at == len(reader.tokens), reader.tokens[reader.at :]
    return value


class _Reader:
    """Recursive descent; every part is a function that is called when its value is needed."""

    def __init__(self, text: str, row: int, indikator: Cells, own: dict[str, Value]) -> None:
        self.tokens = _TOKEN.findall(text)
        assert "".join(self.tokens) == text, text
        self.at, self.row, self.indikator, self.own = 0, row, indikator, own

    def take(self) -> str:
        self.at += 1
        return str(self.tokens[self.at - 1])

    def peek(self) -> str:
        return str(self.tokens[self.at]) if self.at < len(self.tokens) else ""

    def comparison(self) -> Callable[[], Value]:
        left = self.sum()
        if self.peek() not in ("=", "<", ">", "<=", ">=", "<>"):
            return left
        sign, right = self.take(), self.sum()
        return lambda: _compare(sign, left(), right())

    def sum(self) -> Callable[[], Value]:
        left = self.product()
        while self.peek() in ("+", "-"):
            left = _arithmetic(self.take(), left, self.product())
        return left

    def product(self) -> Callable[[], Value]:
        left = self.part()
        while self.peek() in ("*", "/"):
            left = _arithmetic(self.take(), left, self.part())
        return left

    def part(self) -> Callable[[], Value]:
        token = self.take()
        if token.startswith('"'):
            return lambda: token[1:-1].replace('""', '"')
        if token[0].isdigit():
            return lambda: float(token)
        if token == "(":
            inner = self.comparison()
            assert self.take() == ")"
            return inner
        if token == "{":
            items = [self.part()]
            while self.take() == ",":
                items.append(self.part())
            return lambda: [item() for item in items]
        if token.startswith("$"):
            return lambda: self.own[token]
        if token.startswith("Indikator!"):
            column = token.partition("$")[2].partition(":")[0]
            return lambda: column
        return self.call(token.removeprefix("_xlfn."))

    def call(self, name: str) -> Callable[[], Value]:
        assert self.take() == "("
        arguments = []
        while self.peek() != ")":
            arguments.append(self.comparison())
            if self.peek() == ",":
                self.take()
        self.take()
        return lambda: self.apply(name, arguments)

    def apply(self, name: str, arguments: list[Callable[[], Value]]) -> Value:
        if name == "IF":
            return arguments[1]() if _truth(arguments[0]()) else arguments[2]()
        if name in ("IFERROR", "ISERROR"):
            try:
                value = arguments[0]()
            except SheetError:
                return True if name == "ISERROR" else arguments[1]()
            return False if name == "ISERROR" else value
        if name == "ROW":
            return float(self.row)
        values = [argument() for argument in arguments]
        if name == "INDEX":
            return self.index(*values)
        return _FUNCTIONS[name](*values)

    def index(self, array: Value, number: Value) -> Value:
        if isinstance(array, str):
            return self.indikator(array, int(number))
        return array[int(number) - 1]


def _truth(value: Value) -> bool:
    if isinstance(value, str):
        raise SheetError(value)
    return bool(value)


def _arithmetic(
    sign: str, left: Callable[[], Value], right: Callable[[], Value]
) -> Callable[[], Value]:
    def result() -> Value:
        a, b = _number(left()), _number(right())
        if sign == "/":
            if b == 0:
                raise SheetError("#DIV/0!")
            return a / b
        return {"+": a + b, "-": a - b, "*": a * b}[sign]

    return result


def _number(value: Value) -> float:
    if isinstance(value, str):
        raise SheetError(value)  # "" is #VALUE! too
    return float(value)


def _compare(sign: str, a: Value, b: Value) -> bool:
    rank = {float: 0, int: 0, str: 1, bool: 2}
    if isinstance(a, str):
        a = a.lower()
    if isinstance(b, str):
        b = b.lower()
    x, y = (rank[type(a)], a), (rank[type(b)], b)
    return {"=": x == y, "<>": x != y, "<": x < y, ">": x > y, "<=": x <= y, ">=": x >= y}[sign]


def _text(value: Value) -> str:
    if isinstance(value, str):
        return value
    return str(int(value)) if float(value).is_integer() else repr(float(value))


def _find(what: str, text: Value) -> float:
    at = _text(text).find(what)
    if at < 0:
        raise SheetError("#VALUE!")
    return float(at + 1)


def _numbervalue(text: Value, decimal: str, group: str) -> float:
    bare = _text(text).replace(" ", "").replace(group, "")
    if not bare:
        return 0.0
    if not re.fullmatch(r"[-+]?[0-9]*(\.[0-9]*)?%*", bare.replace(decimal, ".")):
        raise SheetError("#VALUE!")
    return float(bare.replace(decimal, ".").rstrip("%")) / 100 ** bare.count("%")


def _match(what: Value, array: list[Value], exact: float) -> float:
    assert exact == 0
    for at, one in enumerate(array, start=1):
        if _compare("=", what, one):
            return float(at)
    raise SheetError("#N/A")


def _left(text: Value, count: float) -> str:
    if count < 0:
        raise SheetError("#VALUE!")
    return _text(text)[: int(count)]


def _round(value: Value, digits: float) -> float:
    scale = 10 ** int(digits)
    return math.copysign(math.floor(abs(_number(value)) * scale + 0.5) / scale, value)


def _not_available() -> Value:
    raise SheetError("#N/A")


_FUNCTIONS: dict[str, Callable[..., Value]] = {
    "AND": lambda *v: all(map(_truth, v)),
    "OR": lambda *v: any(map(_truth, v)),
    "NA": _not_available,
    "ISNUMBER": lambda v: isinstance(v, float | int) and not isinstance(v, bool),
    "TRIM": lambda v: " ".join(_text(v).split(" ")).strip(),
    "LOWER": lambda v: _text(v).lower(),
    "UPPER": lambda v: _text(v).upper(),
    "LEN": lambda v: float(len(_text(v))),
    "SUBSTITUTE": lambda v, a, b: _text(v).replace(a, b),
    "FIND": _find,
    "LEFT": _left,
    "MID": lambda v, start, count: _text(v)[int(start) - 1 : int(start) - 1 + int(count)],
    "NUMBERVALUE": _numbervalue,
    "MATCH": _match,
    "MIN": lambda *v: min(map(_number, v)),
    "MAX": lambda *v: max(map(_number, v)),
    "ABS": lambda v: abs(_number(v)),
    "ROUND": _round,
}
