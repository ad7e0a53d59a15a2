# Who we are; never compared. login_path is the PATH that the login gave.
login_facts() {
    facts_user=$(id -un 2>/dev/null) || facts_user=$(id -u)
    facts_root=false
    facts_sudo=false
    if [ "$(id -u)" = 0 ]; then
        facts_root=true
    elif command -v sudo >/dev/null 2>&1 && sudo -n true </dev/null >/dev/null 2>&1; then
        facts_sudo=true
    fi
    facts_shell=$(getent passwd "$facts_user" 2>/dev/null || grep "^$facts_user:" /etc/passwd)
    FACTS_USER=$facts_user FACTS_ROOT=$facts_root FACTS_SUDO=$facts_sudo FACTS_PATH=${login_path-$PATH} \
        FACTS_SHELL=${facts_shell##*:} awk "$facts_awk"'
BEGIN {
    say("login.user", ENVIRON["FACTS_USER"])
    say("login.root", ENVIRON["FACTS_ROOT"])
    say("login.sudo", ENVIRON["FACTS_SUDO"])
    say("login.path", ENVIRON["FACTS_PATH"])
    say("login.shell", ENVIRON["FACTS_SHELL"])
}'
}
