
action1() {
    title='user[ann] remove (recipes/removes_an_account_with_its_home.csx:1)'
    { { equals "$user0_account" absent && is_only_in_files passwd; } ||
        no_user ann home; }
}

action2() {
    title='user[never] remove (recipes/removes_an_account_with_its_home.csx:6)'
    { { equals "$user1_account" absent && is_only_in_files passwd; } ||
        no_user never; }
}
