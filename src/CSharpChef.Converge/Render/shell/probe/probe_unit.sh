# Needs: probe

# What is asked about units.
unit_properties=Id,LoadState,ActiveState,SubState,Result,UnitFileState,NeedDaemonReload,Type,SourcePath,TriggeredBy
unit_properties=$unit_properties,WantedBy,RequiredBy

# ask_unit NAME...: prints the state of units. It replaces the shell, so it is asked last.
ask_unit() {
    printf '=units\n:%s\n' "$#"
    exec systemctl show -p "$unit_properties" -- "$@"
}

# shellcheck disable=SC2016
probe_awk=$probe_awk'
function end_unit() {
    if (!in_unit) return
    state_of[units] = load " " active " " enabled " " stale
    answers[units++] = answer
    load = active = enabled = stale = answer = ""
    in_unit = 0
}
BEGIN { units = 0 }
section == "units" && /^:/ {
    asked = substr($0, 2)
    next
}
section == "units" {
    if ($0 == "") {
        end_unit()
        next
    }
    in_unit = 1
    answer = answer $0 "\n"
    cut = index($0, "=")
    key = substr($0, 1, cut - 1)
    value = substr($0, cut + 1)
    if (key == "LoadState") load = value
    else if (key == "ActiveState") active = value
    else if (key == "UnitFileState") enabled = value
    else if (key == "NeedDaemonReload") stale = value
    next
}
END {
    end_unit()
    # When systemctl left a unit out, it is not known which.
    for (i = 0; i < units && units == asked; i++) {
        set("unit" i "_state", state_of[i])
        set("unit" i "_answer", answers[i])
    }
}'
