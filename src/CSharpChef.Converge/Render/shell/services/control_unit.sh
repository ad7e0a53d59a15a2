# Needs: command output work

# control VERB [OPTION]: runs systemctl for $unit. When it fails, its output and the unit's status are shown. Function
# check_started reports that a unit has started.
control() {
    local code=0
    make_work_folder || return 1
    within "${limit:-900}" systemctl --no-ask-password "$@" -- "$unit" 6</dev/null >"$work/output" 2>&1 || code=$?
    if [ "$code" = 0 ]; then
        case $1 in start | restart) ;; *) did ;; esac
        return
    fi
    report_if_changed
    [ "$timed_out" ] || say code "$number" "$code"
    say output "$number"
    { cat "$work/output"; systemctl status --no-pager -n 10 -- "$unit" 2>&1; } | tail -n 20 | show
    if [ "$timed_out" ]; then
        fail "systemctl $1 $unit did not end within ${limit:-900} s"
    else
        fail "systemctl $1 $unit ended with exit code $code"
    fi
}

# report_if_changed: reports the announced change when the unit is not as it was before a command that failed.
report_if_changed() {
    local before="$active,$enabled" active='' enabled=''
    local unit="$unit" load='' sub='' result='' stale='' type='' source='' starters='' wanted=''
    read_unit || return 0
    case $active in failed) active=inactive ;; esac
    case $before in failed,*) before=inactive,${before#*,} ;; esac
    [ "$active,$enabled" = "$before" ] || did
}

# forget_failure: makes systemd forget that the unit failed: it refuses to start one that failed too often.
forget_failure() { [ "$active" != failed ] || try systemctl reset-failed -- "$unit"; }

# check_started: fails when systemd has not started the service, or when the service has ended right after its start.
# Sets: announced unit load active sub result enabled stale type source starters wanted
check_started() {
    local before="$active" unmet=''
    read_unit || { did; return 1; }
    [ "$active" != inactive ] || find_unmet_condition
    if [ "$unmet" ]; then
        case $before in inactive | failed) announced='' ;; *) did ;; esac
        if [ "$type" = oneshot ]; then note "$unmet"; else fail "$unmet"; fi
        return
    fi
    did
    case $active,$sub,$result in
        *,auto-restart,success) return 0 ;;
        *,auto-restart,*) ;;
        active,* | activating,* | reloading,*) return 0 ;;
        *) [ "$type" != oneshot ] || return 0 ;;
    esac
    say output "$number"
    systemctl status --no-pager -n 15 -- "$unit" 2>&1 | tail -n 20 | show
    case $result in
        '' | success) fail "$unit ended right after its start" ;;
        *) fail "$unit failed right after its start (Result: $result)" ;;
    esac
}

# find_unmet_condition: systemd does not start a unit whose condition is not met, and calls that a success. Only the
# journal tells it: systemd forgets the answer at once when nothing else refers to the unit.
# Sets: unmet
find_unmet_condition() {
    journalctl --sync >/dev/null 2>&1
    unmet=$(systemctl status --no-pager -l -n 1 -- "$unit" 2>&1 | tail -n 1)
    unmet=${unmet#*"]: "}
    case $unmet in
        *' was skipped because '*'condition check'*) unmet="because ${unmet##*' was skipped because '}" ;;
        *skipped*'condition check'* | *'ondition check'*skipped*) unmet='because a condition of it is not met' ;;
        *)
            unmet=''
            return 0
            ;;
    esac
    unmet="systemd did not start $unit ${unmet%.}"
}
