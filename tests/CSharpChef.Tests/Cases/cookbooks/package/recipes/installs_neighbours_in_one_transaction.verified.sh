
action1() {
    title='package[tree] install (recipes/installs_neighbours_in_one_transaction.csx:1)'
    { matches "$package0_state" 'installed *' ||
        package installed tree ''; }
}

action2() {
    title='package[hello] install (recipes/installs_neighbours_in_one_transaction.csx:2)'
    { matches "$package1_state" 'installed *' ||
        package installed hello ''; }
}
