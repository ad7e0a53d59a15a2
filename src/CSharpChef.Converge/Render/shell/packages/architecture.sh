# Files of dpkg and apt: the architectures, of which the first is that of the machine, and the packages that were
# installed only for others.
dpkg_architectures=/var/lib/dpkg/arch apt_marks=/var/lib/apt/extended_states

# read_native [NAME...]: the architecture of the machine, when dpkg knows more than one or a name has an architecture.
# Sets: native
read_native() {
    native=''
    [ ! -r "$dpkg_architectures" ] || read -r native <"$dpkg_architectures" || :
    case $*,$native in *:*,) native=$(dpkg --print-architecture) ;; esac
}

# plain_name NAME: a name without its architecture, when apt takes it for the package of the machine's architecture.
# Sets: plain
plain_name() {
    local native=''
    plain=${1%:all}
    case $plain in *:*) read_native "$plain" && plain=${plain%":$native"} ;; esac
}
