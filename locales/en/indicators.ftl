indicators-list =
    { $heading }
    { $indicators }
    To see one or report its figure, type its number, for example "CT { $first }".
    { $owed }
indicators-own = <b>{ $agency }</b> reports the figures of { $count } indicators:
indicators-all = { $agency } reports no figures. The Plan has { $count } indicators:
