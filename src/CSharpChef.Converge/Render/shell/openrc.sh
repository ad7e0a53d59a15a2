control() {
    code=0
    in_work || return 1
    within "${limit:-900}" "$@" 6</dev/null >"$work/output" 2>&1 || code=$?
    [ "$code" != 0 ] || return 0
    say code "$number" "$code"
    say output "$number"
    tail -n 20 "$work/output" | show
    fail "$* ended with exit code $code"
}

enabled() { for runlevel in /etc/runlevels/*/"$1"; do [ ! -L "$runlevel" ] || return 0; done; return 1; }
running() { rc-service "$1" status >/dev/null 2>&1; }

service() {
    [ -e "/etc/init.d/$1" ] || [ "$mode" = plan ] || fail "there is no service $1" || return 1
    case $2 in
        enabled) if ! enabled "$1" && would enable; then control rc-update add "$1" default; fi ;;
        disabled) if enabled "$1" && would disable; then control rc-update del "$1" -a; fi ;;
        started) if ! running "$1" && would start; then control rc-service "$1" start; fi ;;
        stopped) if running "$1" && would stop; then control rc-service "$1" stop; fi ;;
        restarted) if would restart; then control rc-service "$1" restart; fi ;;
        reloaded) if running "$1" && would reload; then control rc-service "$1" reload; fi ;;
        masked) fail "OpenRC cannot mask a service: stop and disable it" ;;
    esac
}
