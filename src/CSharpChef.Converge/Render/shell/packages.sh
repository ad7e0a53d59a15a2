# packages STATE NAME [VERSION] [OPTION...]: one package is in a state; install goes through the machine's package manager.
packages() {
    want=$1 name=$2 version=${3-}
    shift 3
    repair=''
    [ "${1-}" != repair ] || { repair=1; shift; }
    case "$want $bought " in "installed "*" $name "*)
        bought="${bought%%" $name "*} ${bought#*" $name "}"
        would "install $name" || :
        return 0
        ;;
    esac
    have "$name"
    case $want in
        removed) case $status in installed | broken) ;; *) return 0 ;; esac; would "remove $name" || return 0 ;;
        purged) [ "$status" ] || return 0; would "purge $name" || return 0 ;;
        latest)
            newest "$name"
            if [ "$status" = installed ]; then
                [ "$newest" ] && [ "$newest" != "$installed" ] || return 0
                would "upgrade $name" || return 0
            else
                would "install $name" || return 0
            fi
            ;;
        installed)
            if [ "$status" = installed ]; then
                # shellcheck disable=SC2254
                case $installed in ${version:-*}) return 0 ;; esac
            fi
            would "install $name${version:+ $version}" || return 0
            ;;
    esac
    in_work && ready && "$want" "$name" "$version" "$@"
}

# manager COMMAND...: runs the package manager; when it fails, shows the end of what it wrote.
manager() {
    in_work || return 1
    code=0
    within "${limit:-900}" "$@" 6</dev/null >"$work/output" 2>&1 || code=$?
    [ "$code" != 0 ] || return 0
    say code "$number" "$code"
    if [ -z "$hidden" ]; then
        say output "$number"
        { problems "$work/lists" | tail -n 6; tail -n 20 "$work/output"; } | tail -c 4096 | show
    fi
    hint
    what=${1%_}
    [ "$what" != configure ] || what='dpkg --configure -a'
    if [ "$code" = 124 ]; then fail "$what did not end within ${limit:-900} seconds$hint"; else fail "$what ended with exit code $code$hint"; fi
}

# problems FILE: the lines in which a package manager complains.
problems() { [ ! -s "$1" ] || grep -E '^(E|W|ERROR|WARNING|Error): ' "$1"; }

# taken FILE...: another process holds a lock on one of them; who, in $taker.
taken() {
    inodes=" $(stat -c %i -- "$@" 2>/dev/null | tr '\n' ' ')"
    while read -r _ _ _ _ pid place _; do
        case $inodes in *" ${place##*:} "*) ;; *) continue ;; esac
        taker=''
        { read -r taker <"/proc/$pid/comm"; } 2>/dev/null
        taker="${taker:-another process} (process $pid)"
        return 0
    done </proc/locks
    return 1
} 2>/dev/null

# unlocked FILE...: waits until nobody else has a lock on them, and tells so.
unlocked() {
    waited=0
    while taken "$@"; do
        [ "$waited" != 0 ] || say note "waits for $taker, which has the lock of the package manager"
        if [ "$cancelled$shut" ] || [ "$waited" -ge "${limit:-300}" ]; then
            shut=1
            fail "$taker had the lock of the package manager for ${limit:-300} seconds: try again when it has ended, or set Timeout to wait for longer"
            return 1
        fi
        waited=$((waited + 1))
        sleep 1
    done
    shut=''
}

# together NAME...: buys what is missing of them in one transaction, so that the actions to come find it done.
together() {
    [ -z "$stop" ] && [ "$mode" = converge ] || return 0
    missing=''
    for name; do
        have "$name"
        [ "$status" = installed ] || missing="$missing $name"
    done
    case ${missing# } in *' '*) ;; *) return 0 ;; esac
    number=0 limit='' hidden='' repair=''
    in_work && ready || return 0
    # shellcheck disable=SC2086
    if buy $missing; then bought="$missing " dirty=1; fi
}

bought='' shut='' repair=''
