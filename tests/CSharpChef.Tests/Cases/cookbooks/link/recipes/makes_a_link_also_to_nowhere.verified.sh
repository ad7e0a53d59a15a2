
action1() {
    title='link[/srv/case/here] create (recipes/makes_a_link_also_to_nowhere.csx:1)'
    { equals "$path0_target" /srv/case/nowhere ||
        link /srv/case/here /srv/case/nowhere; }
}

action2() {
    title='link[/srv/case/relative] create (recipes/makes_a_link_also_to_nowhere.csx:2)'
    { equals "$path1_target" 'some where/else' ||
        link /srv/case/relative 'some where/else'; }
}
