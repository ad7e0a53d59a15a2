# have NAME: $status (installed or empty) and $installed (the version, with its epoch when it has one).
have() {
    installed=$(rpm -q --qf '%|EPOCH?{%{EPOCH}:}|%{VERSION}-%{RELEASE}\n' --whatprovides "$1" 2>/dev/null | head -n 1) || installed=''
    case $installed in '' | *' '*) status='' installed='' ;; *) status=installed ;; esac
}

newest() { newest=$(dnf_ -q repoquery --latest-limit 1 --qf '%{evr}' "$1" 2>/dev/null | head -n 1); }

dnf_() {
    if command -v dnf >/dev/null; then exec ${own:+"$own"} dnf -y "$@"; fi
    exec ${own:+"$own"} yum -y "$@"
}

ready() { unlocked /usr/lib/sysimage/rpm/.rpm.lock /var/lib/rpm/.rpm.lock; }
hint() { hint=''; }

installed() {
    name=$1 version=$2
    shift 2
    case $status,$version in
        installed,?*) manager dnf_ "$@" upgrade "$name-$version" && have "$name" || return 1
            # shellcheck disable=SC2254
            case $installed in $version) ;; *) manager dnf_ "$@" downgrade "$name-$version" ;; esac ;;
        *) manager dnf_ "$@" install "$name${version:+-$version}" ;;
    esac
}

latest() {
    name=$1
    shift 2
    if [ "$status" ]; then manager dnf_ "$@" upgrade "$name"; else manager dnf_ "$@" install "$name"; fi
}

removed() { manager dnf_ remove "$1"; }
purged() { manager dnf_ remove "$1"; }
buy() { within "${limit:-900}" dnf_ install "$@" 6</dev/null >"$work/output" 2>&1; }
