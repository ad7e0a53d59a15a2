# Needs: architecture output

# ask_policy NAME...: asks apt what the package sources offer of packages.
# Sets: policy refusal
ask_policy() {
    refusal='' policy=$(apt-cache policy -- "$@" 2>&1) && return 0
    refusal="apt-cache cannot answer: $policy"
    return 1
}

# read_policy NAME: reads $policy: whether the very name is known, whether apt takes the name for others, the version
# that apt prefers, and all versions, the newest first.
# Sets: known others newest versions
read_policy() {
    local IFS="$nl" row='' at='' plain=''
    known='' others='' newest='' versions=''
    plain_name "$1"
    set -f
    for row in $policy; do
        case $at,$row in
            *,"$plain:") at=1 known=1 ;;
            *,[!\ ]*:) at='' others=1 ;;
            *,[!\ ]*) at='' ;;
            1,'  Candidate: (none)') ;;
            1,'  Candidate: '*) newest=${row#*: } ;;
            1,'     '[!\ ]* | 1,' *** '*) row=${row#?????} && versions="$versions ${row%% *}" ;;
        esac
    done
    set +f
}

# find_newest NAME: the version that apt prefers.
# Sets: newest
find_newest() {
    local policy='' refusal='' known='' others='' versions=''
    ask_policy "$1" || fail "$refusal" || return 1
    read_policy "$1"
}

# choose_version [OPTION...]: the version to install, when the recipe wants one. A name without a package is
# refused where apt would take it for a pattern, for an action or for a package of another architecture.
# Sets: exact refusal
choose_version() {
    local row='' offered='' other_sources=''
    exact=''
    # These options can choose other package sources, which only apt can judge.
    for row; do case $row in -[co]* | --config-file* | --option*) other_sources=1 ;; esac; done
    case $known,$others,$other_sources,$name in
        1,*) ;;
        ,1,* | ,,,* | *[-+])
            refusal="no package source has a package $name"
            [ -z "$hidden" ] || refusal='no package source has the package'
            return 1
            ;;
    esac
    [ "$version" ] || return 0
    for row in "$newest" $versions; do
        if [ "$row" ] && fits "$row"; then exact=$row && return 0; fi
    done
    case $known,$other_sources,$version in *\*) ;; ,* | *,1,*) exact=$version && return 0 ;; esac
    for row in $versions; do offered="${offered:+$offered, }$row"; done
    refusal="no package source offers $label"
    [ "$hidden" ] || refusal="$refusal $version${offered:+; they offer $offered}"
    return 1
}

# write_request [OPTION...]: a change of a package in the words of apt.
# Sets: request certain refusal
write_request() {
    local known='' others='' newest='' versions='' exact='' hint=''
    request='' certain=''
    if has_updates && [ -z "$repair" ]; then
        find_hint
        refusal="dpkg was interrupted$hint" && return 1
    fi
    case $want in removed | purged) request=$name- certain=1 && return 0 ;; esac
    read_policy "$name"
    choose_version "$@" || return 1
    request=$name${exact:+=$exact} certain=$newest
}
