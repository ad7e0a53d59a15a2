
action1() {
    title='link[/srv/case/current] create (recipes/replaces_a_link_that_points_elsewhere.csx:1)'
    { equals "$path0_target" /srv/case/release-2 ||
        link /srv/case/current /srv/case/release-2; }
}
