# packages STATE NAME [VERSION] [OPTION...]: one package is in a state; install goes through the machine's package manager.
packages() {
    want=$1 name=$2 version=${3-}
    shift 3
    case "$want $bought " in "installed "*" $name "*)
        bought="${bought%%" $name "*} ${bought#*" $name "}"
        would "install $name" || :
        return 0
        ;;
    esac
    have "$name"
    case $want in
        removed) case $status in installed) ;; *) return 0 ;; esac; would "remove $name" || return 0 ;;
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
    "$want" "$name" "$version" "$@"
}

# manager COMMAND...: runs the package manager; when it fails, shows the end of what it wrote.
manager() {
    in_work || return 1
    code=0
    within "${limit:-900}" "$@" 6</dev/null >"$work/output" 2>&1 || code=$?
    [ "$code" != 0 ] || return 0
    say code "$number" "$code"
    say output "$number"
    tail -n 20 "$work/output" | tail -c 4096 | show
    if [ "$code" = 124 ]; then fail "$1 did not end within ${limit:-900} seconds"; else fail "$1 ended with exit code $code"; fi
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
    in_work || return 0
    # shellcheck disable=SC2086
    if buy $missing; then bought="$missing " dirty=1; fi
}

bought=''
