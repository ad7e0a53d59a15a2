# have NAME: $status (installed or empty) and $installed (the version).
have() {
    installed=$(awk -v "name=$1" '/^P:/ { hit = substr($0, 3) == name } hit && /^V:/ { print substr($0, 3); exit }' /lib/apk/db/installed 2>/dev/null)
    if [ "$installed" ]; then status=installed; else status=''; fi
}

newest() { newest=$(apk policy "$1" 2>/dev/null | awk 'NR > 1 && /^  [0-9]/ { sub(/:$/, "", $1); last = $1 } END { print last }'); }
apk_() { exec ${own:+"$own"} apk --no-interactive --wait "${limit:-300}" "$@"; }

ready() { unlocked /lib/apk/db/lock; }
hint() { hint=''; }

installed() {
    name=$1 version=$2
    shift 2
    case $version in
        '') manager apk_ add "$@" "$name" ;;
        *\*) manager apk_ add "$@" "$name=~${version%.\*}" ;;
        *) manager apk_ add "$@" "$name=$version" ;;
    esac
}

latest() {
    name=$1
    shift 2
    manager apk_ add --upgrade "$@" "$name"
}

removed() { manager apk_ del "$1"; }
purged() { manager apk_ del --purge "$1"; }
buy() { within "${limit:-900}" apk_ add "$@" 6</dev/null >"$work/output" 2>&1; }
