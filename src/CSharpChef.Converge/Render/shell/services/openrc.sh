# Needs: command output work

# service NAME STATE: ensures that a service is in a state. What does not exist is stopped and in no runlevel.
service() {
    local running=''
    case $2 in
        disabled) if is_enabled "$1" && would disable; then control rc-update del "$1" -a; fi ;;
        stopped)
            [ -e "/etc/init.d/$1" ] || return 0
            read_running "$1" || return 1
            if [ "$running" ] && would stop; then control rc-service "$1" stop; fi
            ;;
        masked) fail "OpenRC cannot mask a service: stop and disable it" ;;
        *)
            [ -e "/etc/init.d/$1" ] || may_come || fail "service $1 does not exist" || return 1
            start_service "$@"
            ;;
    esac
}

# start_service NAME STATE: ensures that a service that exists is in a state in which it starts, now or at boot.
start_service() {
    case $2 in
        enabled) if ! is_enabled "$1" && would enable; then control rc-update add "$1" default; fi ;;
        started)
            read_running "$1" || return 1
            case $running in yes) return 0 ;; esac
            would start || return 0
            # OpenRC does not start a service that it has started before, even if it has crashed.
            if [ "$running" ]; then control rc-service "$1" restart; else control rc-service "$1" start; fi
            ;;
        restarted)
            read_running "$1" || return 1
            if would restart; then control rc-service "$1" restart; fi
            ;;
        reloaded)
            read_running "$1" || return 1
            if [ "$running" = yes ] && would reload; then control rc-service "$1" reload; fi
            ;;
    esac
}

# is_enabled NAME: whether a service is in a runlevel.
is_enabled() {
    local link=''
    for link in /etc/runlevels/*/"$1"; do [ ! -L "$link" ] || return 0; done
    return 1
}

# read_running NAME: whether a service runs: yes, crashed, or nothing. Init scripts may use other exit codes than
# OpenRC, but a shell that cannot run them has its own.
# Sets: running
read_running() {
    local code=0 answer=''
    running=''
    [ -e "/etc/init.d/$1" ] || return 0
    answer=$(rc-service "$1" status 2>&1) || code=$?
    case $code in
        0) running='yes' ;;
        32) running='crashed' ;;
        12[67]) fail "rc-service $1 status ended with exit code $code: $answer" ;;
    esac
}

# report_if_changed NAME: reports the announced change when the service does not run as it did before a command that
# failed.
report_if_changed() {
    local before="$running" running=''
    read_running "$1" || return 0
    case $before,$running in yes,yes) ;; yes,* | *,yes) did ;; esac
}

# control COMMAND...: runs a command of OpenRC. When it fails, its output is shown.
control() {
    local code=0
    make_work_folder || return 1
    within "${limit:-900}" "$@" 6</dev/null >"$work/output" 2>&1 || code=$?
    [ "$code" != 0 ] || { did; return; }
    [ "$1" != rc-service ] || report_if_changed "$2"
    [ "$timed_out" ] || say code "$number" "$code"
    say output "$number"
    tail -n 20 "$work/output" | show
    if [ "$timed_out" ]; then
        fail "$* did not end within ${limit:-900} s"
    else
        fail "$* ended with exit code $code"
    fi
}
