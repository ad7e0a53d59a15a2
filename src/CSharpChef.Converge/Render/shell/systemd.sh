# unit NAME: what systemd says of it, in $load, $active, $enabled and $stale.
unit() {
    load='' active='' enabled='' stale='' unit=$1
    eval "$(systemctl show -p LoadState,ActiveState,UnitFileState,NeedDaemonReload -- "$1" 2>/dev/null |
        sed -n "s/'//g; s/^LoadState=\(.*\)/load='\1'/p; s/^ActiveState=\(.*\)/active='\1'/p; s/^UnitFileState=\(.*\)/enabled='\1'/p; s/^NeedDaemonReload=\(.*\)/stale='\1'/p")"
}

# fresh: systemd reads the unit files anew when one has changed.
fresh() {
    [ "$units_changed" ] || [ "$stale" = yes ] || return 0
    [ "$mode" = converge ] || return 0
    try systemctl daemon-reload || return 1
    units_changed=''
    unit "$unit"
}

control() {
    code=0
    in_work || return 1
    within "${limit:-900}" systemctl --no-ask-password "$@" 6</dev/null >"$work/output" 2>&1 || code=$?
    [ "$code" != 0 ] || return 0
    say code "$number" "$code"
    say output "$number"
    { cat "$work/output"; systemctl status --no-pager -n 10 -- "$unit" 2>&1; } | tail -n 20 | show
    if [ "$code" = 124 ]; then fail "systemctl $1 $unit did not end within ${limit:-900} seconds"; else fail "systemctl $1 $unit ended with exit code $code"; fi
}

# steady: a service that dies at once has not started.
steady() {
    unit "$unit"
    case $active in active | activating | reloading) return 0 ;; esac
    [ "$(systemctl show -p Type --value -- "$unit")" != oneshot ] || return 0
    say output "$number"
    systemctl status --no-pager -n 15 -- "$unit" 2>&1 | tail -n 20 | show
    fail "$unit is $active right after its start"
}

service() {
    unit "$1"
    fresh || return 1
    case $load,$mode in
        not-found,converge) [ "$2" = masked ] || fail "there is no service $1" || return 1 ;;
    esac
    case $2 in
        enabled)
            case $enabled in enabled | static | generated | alias | indirect) return 0 ;; masked*) fail "$1 is masked" || return 1 ;; esac
            if would enable; then control enable "$1"; fi
            ;;
        disabled)
            case $enabled in enabled | enabled-runtime) ;; *) return 0 ;; esac
            if would disable; then control disable "$1"; fi
            ;;
        started)
            case $active in active | reloading) return 0 ;; esac
            if would start; then control start "$1" && steady; fi
            ;;
        stopped)
            case $active in inactive | failed) return 0 ;; esac
            if would stop; then control stop "$1"; fi
            ;;
        restarted) if would restart; then control restart "$1" && steady; fi ;;
        reloaded)
            [ "$active" = active ] || [ "$mode" = plan ] || return 0
            if would reload; then control reload-or-restart "$1"; fi
            ;;
        masked)
            case $enabled in masked*) return 0 ;; esac
            if would mask; then control mask "$1"; fi
            ;;
    esac
}
