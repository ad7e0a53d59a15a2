# Needs: facts_shared

# login_facts: prints who is logged in; never compared. $login_path is the PATH that the login gave.
login_facts() {
    local user='' root=false sudo=false shell=''
    user=$(id -un 2>/dev/null) || user=$(id -u)
    if [ "$(id -u)" = 0 ]; then
        root=true
    elif command -v sudo >/dev/null 2>&1 && sudo -n true </dev/null >/dev/null 2>&1; then
        sudo=true
    fi
    shell=$(getent passwd "$user" 2>/dev/null || grep "^$user:" /etc/passwd)
    FACTS_USER=$user FACTS_ROOT=$root FACTS_SUDO=$sudo FACTS_PATH=${login_path-$PATH} \
        FACTS_SHELL=${shell##*:} awk "$facts_awk"'
BEGIN {
    say("login.user", ENVIRON["FACTS_USER"])
    say("login.root", ENVIRON["FACTS_ROOT"])
    say("login.sudo", ENVIRON["FACTS_SUDO"])
    say("login.path", ENVIRON["FACTS_PATH"])
    say("login.shell", ENVIRON["FACTS_SHELL"])
}'
}
