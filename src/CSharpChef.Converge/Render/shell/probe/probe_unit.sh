# Needs: probe

# ask_unit NAME...: prints the state of units. It replaces the shell, so it is asked last.
ask_unit() {
    echo '=units'
    exec systemctl show -p LoadState,ActiveState,UnitFileState,NeedDaemonReload -- "$@"
}

# shellcheck disable=SC2016
probe_awk=$probe_awk'
function end_unit() {
    if (in_unit) set("unit" units "_state", load " " active " " enabled " " stale)
    load = active = enabled = stale = ""
    in_unit = 0
    units++
}
BEGIN { units = 0 }
section == "units" {
    if ($0 == "") {
        end_unit()
        next
    }
    in_unit = 1
    cut = index($0, "=")
    key = substr($0, 1, cut - 1)
    value = substr($0, cut + 1)
    if (key == "LoadState") load = value
    else if (key == "ActiveState") active = value
    else if (key == "UnitFileState") enabled = value
    else if (key == "NeedDaemonReload") stale = value
    next
}
END { end_unit() }'
