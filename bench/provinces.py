"""A plan of many provinces: Plan 179 for each, every agency and task under a name of its own."""

from domain.agency import Agency
from domain.indicator import Indicator
from domain.plan import Plan
from domain.task import Task

PROVINCES = 34


def many_provinces(plan: Plan, provinces: int = PROVINCES) -> Plan:
    """Return one plan of as many provinces: "Sở Xây dựng tỉnh 07" leads what its like leads."""
    agencies: list[Agency] = []
    tasks: list[Task] = []
    indicators: list[Indicator] = []
    for number in range(1, provinces + 1):
        agencies += [_agency(each, number) for each in plan.agencies]
        tasks += [_task(each, number, len(tasks) + at) for at, each in enumerate(plan.tasks, 1)]
        indicators += [
            _indicator(each, number, len(indicators) + at)
            for at, each in enumerate(plan.indicators, 1)
        ]
    named = {"id": f"{plan.id}-{provinces}", "number": f"{plan.number}-{provinces}"}
    counted = {"agencies": agencies, "tasks": tasks, "indicators": indicators}
    kept = {name: getattr(plan, name) for name in Plan.model_fields}
    return Plan.model_validate(kept | named | counted | {"focal": _id(plan.focal, 1)})


def _id(agency: str, province: int) -> str:
    return f"{agency}-{province:02d}"


def _ids(agencies: tuple[str, ...], province: int) -> tuple[str, ...]:
    return tuple(_id(each, province) for each in agencies)


def _agency(agency: Agency, province: int) -> Agency:
    """Every spelling gets the province's number: an agency's name means it alone."""
    return agency.model_copy(
        update={
            "id": _id(agency.id, province),
            "name": f"{agency.name} tỉnh {province:02d}",
            "short": f"{agency.short} {province:02d}",
            "aliases": tuple(f"{each} tỉnh {province:02d}" for each in agency.aliases),
            "abbreviations": tuple(f"{each} {province:02d}" for each in agency.abbreviations),
            "members": _ids(agency.members, province),
        }
    )


def _task(task: Task, province: int, number: int) -> Task:
    content = f"{task.cells.content} khu vực số{number} tỉnh {province:02d}"
    return task.model_copy(
        update={
            "number": number,
            "short": f"{task.short} tỉnh {province:02d}",
            "cells": task.cells.model_copy(update={"content": content}),
            "leads": _ids(task.leads, province),
            "coordinators": _ids(task.coordinators, province),
        }
    )


def _indicator(indicator: Indicator, province: int, number: int) -> Indicator:
    return indicator.model_copy(
        update={
            "number": number,
            "name": f"{indicator.name} tỉnh {province:02d}",
            "short": f"{indicator.short} tỉnh {province:02d}",
            "leads": _ids(indicator.leads, province),
        }
    )
