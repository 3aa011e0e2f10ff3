"""The board of a LAKIP: "siap terbit?"."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from runut.office.cases.acting import OpenCase
from runut.office.reports.lakip.board import board_of


def board(request: HttpRequest, case: OpenCase) -> HttpResponse:
    """What the report still lacks, in which chapter, and who can write it."""
    context = {"case": case, "board": board_of(case.row)}
    return render(request, "reports/board.html", context)
