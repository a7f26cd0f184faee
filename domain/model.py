"""The one frozen pydantic model that all domain models inherit."""

from pydantic import BaseModel, ConfigDict


class Model(BaseModel):
    """An immutable value; unknown fields are an error."""

    model_config = ConfigDict(frozen=True, extra="forbid")
