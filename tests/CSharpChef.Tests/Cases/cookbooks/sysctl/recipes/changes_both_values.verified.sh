
action1() {
    title='sysctl[net.core.somaxconn] apply (recipes/changes_both_values.csx:1)'
    { { equals "$sysctl0_running" 2048 && equals "$sysctl0_config" 'net.core.somaxconn = 2048'; } ||
        sysctl net/core/somaxconn 2048 /etc/sysctl.d/99-zz-csharpchef-net.core.somaxconn.conf 'net.core.somaxconn = 2048'; }
}
