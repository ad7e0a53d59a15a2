# Needs: command output work

# service NAME STATE: ensures that a service is in a state.
service() {
    [ -e "/etc/init.d/$1" ] || [ "$mode" = plan ] || fail "service $1 does not exist" || return 1
    case $2 in
        enabled) if ! is_enabled "$1" && would enable; then control rc-update add "$1" default; fi ;;
        disabled) if is_enabled "$1" && would disable; then control rc-update del "$1" -a; fi ;;
        started) if ! is_running "$1" && would start; then control rc-service "$1" start; fi ;;
        stopped) if is_running "$1" && would stop; then control rc-service "$1" stop; fi ;;
        restarted) if would restart; then control rc-service "$1" restart; fi ;;
        reloaded) if is_running "$1" && would reload; then control rc-service "$1" reload; fi ;;
        masked) fail "OpenRC cannot mask a service: stop and disable it" ;;
    esac
}

# is_enabled NAME: whether a service is in a runlevel.
is_enabled() {
    local link=''
    for link in /etc/runlevels/*/"$1"; do [ ! -L "$link" ] || return 0; done
    return 1
}

# is_running NAME: whether a service runs.
is_running() { rc-service "$1" status >/dev/null 2>&1; }

# control COMMAND...: runs a command of OpenRC. When it fails, its output is shown.
control() {
    local code=0
    make_work_folder || return 1
    within "${limit:-900}" "$@" 6</dev/null >"$work/output" 2>&1 || code=$?
    [ "$code" != 0 ] || return 0
    [ "$timed_out" ] || say code "$number" "$code"
    say output "$number"
    tail -n 20 "$work/output" | show
    if [ "$timed_out" ]; then
        fail "$* did not end within ${limit:-900} seconds"
    else
        fail "$* ended with exit code $code"
    fi
}
