
action1() {
    title='sysctl[net.ipv4.ip_forward] apply (recipes/changes_only_the_value_that_differs.csx:1)'
    { { equals "$sysctl0_running" 0 && equals "$sysctl0_config" 'net.ipv4.ip_forward = 0'; } ||
        sysctl net/ipv4/ip_forward 0 /etc/sysctl.d/99-zz-csharpchef-net.ipv4.ip_forward.conf 'net.ipv4.ip_forward = 0'; }
}

action2() {
    title='sysctl[net.core.somaxconn] apply (recipes/changes_only_the_value_that_differs.csx:2)'
    { { equals "$sysctl1_running" 4096 && equals "$sysctl1_config" 'net.core.somaxconn = 4096'; } ||
        sysctl net/core/somaxconn 4096 /etc/sysctl.d/99-zz-csharpchef-net.core.somaxconn.conf 'net.core.somaxconn = 4096'; }
}
