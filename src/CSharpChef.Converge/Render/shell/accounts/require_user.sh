# Needs: output path

# require_user NAME: fails when a user does not exist.
require_user() {
    local id=''
    find_user_id "$1" || return 1
    [ "$id" ] || may_come || fail "user $1 does not exist: declare User(\"$1\") before"
}
