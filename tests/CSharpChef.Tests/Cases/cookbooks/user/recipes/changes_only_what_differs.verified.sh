
action1() {
    title='user[ann] create (recipes/changes_only_what_differs.csx:1)'
    { { matches "$user0_account" 4243:"$group0_gid":Ann:/srv/ann:/bin/bash && matches "$user0_groups" '* audio *'; } ||
        user ann uid=4243 group=staff groups=audio home=/srv/ann shell=/bin/bash comment=Ann; }
}
