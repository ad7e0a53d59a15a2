# Needs: unit_file control_unit probe_unit

# service NAME STATE [ANSWER]: ensures that a unit is in a state. ANSWER is what systemctl said about it when the
# program began.
service() {
    local unit="$1" load='' active='' sub='' result='' enabled='' stale='' type='' source='' starters='' wanted=''
    read_unit "${3-}" || return 1
    reload_units || return 1
    case $2 in
        enabled) enable_unit "$1" ;;
        disabled) disable_unit ;;
        started)
            case $active,$sub,$result in active,* | reloading,* | *,auto-restart,success) return 0 ;; esac
            require_unit || return 1
            if would start; then forget_failure && control start && check_started; fi
            ;;
        stopped)
            case $active in inactive | failed) return 0 ;; esac
            if would stop; then control stop; fi
            ;;
        restarted)
            require_unit || return 1
            if would restart; then forget_failure && control restart && check_started; fi
            ;;
        reloaded)
            case $load,$active in
                error,inactive | error,failed | bad-setting,inactive | bad-setting,failed) may_come || return 0 ;;
            esac
            require_unit || return 1
            case $active in active | reloading) ;; *) may_come || return 0 ;; esac
            if would reload; then control reload-or-restart; fi
            ;;
        masked)
            [ "$enabled" != masked ] || return 0
            if would mask; then control mask; fi
            ;;
    esac
}

# read_unit [ANSWER]: the state of $unit in systemd, from an answer of the program's beginning while that still holds,
# and whether systemd must read its files again. $unit becomes the name of the unit itself where it is an alias, also
# when the alias has gone since: disabling a unit removes it.
# Sets: unit load active sub result enabled stale type source starters wanted
read_unit() {
    local answer="${1-}" key='' value=''
    case $nl$answer in
        *"${nl}Id="*)
            unit=$nl$answer
            unit=${unit#*"${nl}Id="}
            unit=${unit%%"$nl"*}
            ;;
    esac
    if [ -z "$answer" ] || [ "$dirty" ] || [ "$attempt" != 0 ]; then
        answer=$(systemctl show -p "$unit_properties" -- "$unit" 2>&1) ||
            fail "systemctl cannot tell the state of $unit: $answer" || return 1
    fi
    load='' active='' sub='' result='' enabled='' stale='' type='' source='' starters='' wanted=''
    while IFS='=' read -r key value; do
        case $key in
            Id) unit=$value ;;
            LoadState) load=$value ;;
            ActiveState) active=$value ;;
            SubState) sub=$value ;;
            Result) result=$value ;;
            UnitFileState) enabled=$value ;;
            NeedDaemonReload) stale=$value ;;
            Type) type=$value ;;
            SourcePath) source=$value ;;
            TriggeredBy) starters=$value ;;
            WantedBy | RequiredBy) wanted="$wanted$value" ;;
        esac
    done <<END
$answer
END
    [ "$load" ] || fail "systemctl cannot tell the state of $unit: $answer"
}

# reload_units: makes systemd read the unit files again when one has changed.
# Sets: units_changed unit load active sub result enabled stale type source starters wanted
reload_units() {
    [ "$units_changed" ] || [ "$stale" = yes ] || return 0
    [ "$mode" = converge ] || return 0
    try systemctl daemon-reload || return 1
    units_changed=''
    read_unit
}

# require_unit: fails when the unit has no file, is masked, or cannot be loaded: unless its file has changed since.
require_unit() {
    case $load,$enabled,$stale in
        error,*,yes | bad-setting,*,yes) return 0 ;;
        loaded,masked* | masked,* | not-found,* | error,* | bad-setting,*) ! may_come || return 0 ;;
    esac
    case $load,$enabled,$active in
        masked,* | loaded,masked*) fail "$unit is masked: unmask it" ;;
        not-found,*,inactive | not-found,*,failed) fail "service $unit does not exist" ;;
        not-found,*) fail "service $unit still runs, but has no unit file any more: it could not start again" ;;
        error,* | bad-setting,*)
            fail "systemd cannot load $unit (LoadState=$load): mend its unit file, systemctl status $unit says why"
            ;;
    esac
}
