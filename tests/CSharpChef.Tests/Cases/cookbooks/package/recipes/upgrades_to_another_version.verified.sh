
action1() {
    title='package[fleet-demo] install (recipes/upgrades_to_another_version.csx:1)'
    { matches "$package0_state" 'installed 1.1*' ||
        package installed fleet-demo '1.1*'; }
}
