
action1() {
    title='link[/srv/case/was-a-file] create (recipes/replaces_a_file.csx:1)'
    { equals "$path0_target" /etc/hosts ||
        link /srv/case/was-a-file /etc/hosts; }
}
