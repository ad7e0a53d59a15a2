# Needs: command output work

# service NAME STATE: ensures that a unit is in a state.
service() {
    local unit="$1" load='' active='' enabled='' stale=''
    read_unit
    reload_units || return 1
    case $load,$mode in
        not-found,converge) [ "$2" = masked ] || fail "service $unit does not exist" || return 1 ;;
    esac
    case $2 in
        enabled)
            case $enabled in
                enabled | static | generated | alias | indirect) return 0 ;;
                masked*) fail "$unit is masked" || return 1 ;;
            esac
            if would enable; then control enable; fi
            ;;
        disabled)
            case $enabled in enabled | enabled-runtime) ;; *) return 0 ;; esac
            if would disable; then control disable; fi
            ;;
        started)
            case $active in active | reloading) return 0 ;; esac
            if would start; then control start && check_started; fi
            ;;
        stopped)
            case $active in inactive | failed) return 0 ;; esac
            if would stop; then control stop; fi
            ;;
        restarted) if would restart; then control restart && check_started; fi ;;
        reloaded)
            [ "$active" = active ] || [ "$mode" = plan ] || return 0
            if would reload; then control reload-or-restart; fi
            ;;
        masked)
            case $enabled in masked*) return 0 ;; esac
            if would mask; then control mask; fi
            ;;
    esac
}

# read_unit: the state of $unit in systemd, and whether systemd must read its files again.
# Sets: load active enabled stale
read_unit() {
    local key='' value=''
    load='' active='' enabled='' stale=''
    while IFS='=' read -r key value; do
        case $key in
            LoadState) load=$value ;;
            ActiveState) active=$value ;;
            UnitFileState) enabled=$value ;;
            NeedDaemonReload) stale=$value ;;
        esac
    done <<END
$(systemctl show -p LoadState,ActiveState,UnitFileState,NeedDaemonReload -- "$unit" 2>/dev/null)
END
}

# reload_units: makes systemd read the unit files again when one has changed.
# Sets: units_changed load active enabled stale
reload_units() {
    [ "$units_changed" ] || [ "$stale" = yes ] || return 0
    [ "$mode" = converge ] || return 0
    try systemctl daemon-reload || return 1
    units_changed=''
    read_unit
}

# control VERB: runs systemctl for $unit. When it fails, its output and the unit's status are shown.
control() {
    local code=0
    make_work_folder || return 1
    within "${limit:-900}" systemctl --no-ask-password "$1" "$unit" 6</dev/null >"$work/output" 2>&1 || code=$?
    [ "$code" != 0 ] || return 0
    [ "$timed_out" ] || say code "$number" "$code"
    say output "$number"
    { cat "$work/output"; systemctl status --no-pager -n 10 -- "$unit" 2>&1; } | tail -n 20 | show
    if [ "$timed_out" ]; then
        fail "systemctl $1 $unit did not end within ${limit:-900} seconds"
    else
        fail "systemctl $1 $unit ended with exit code $code"
    fi
}

# check_started: fails when the service has ended right after its start.
# Sets: load active enabled stale
check_started() {
    read_unit
    case $active in active | activating | reloading) return 0 ;; esac
    [ "$(systemctl show -p Type --value -- "$unit")" != oneshot ] || return 0
    say output "$number"
    systemctl status --no-pager -n 15 -- "$unit" 2>&1 | tail -n 20 | show
    fail "$unit is $active right after its start"
}
