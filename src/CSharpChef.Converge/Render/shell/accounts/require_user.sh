# Needs: output path

# require_user NAME: fails when a user does not exist. A plan cannot know which users earlier actions make.
require_user() {
    local id=''
    [ "$mode" != plan ] || return 0
    find_user_id "$1"
    [ "$id" ] || fail "user $1 does not exist: declare User(\"$1\") before"
}
