
action1() {
    title='sysctl[net/ipv4/conf/lo/log_martians] apply (recipes/accepts_a_key_with_slashes.csx:1)'
    { { equals "$sysctl0_running" 1 && equals "$sysctl0_config" 'net.ipv4.conf.lo.log_martians = 1'; } ||
        sysctl net/ipv4/conf/lo/log_martians 1 /etc/sysctl.d/99-zz-csharpchef-net.ipv4.conf.lo.log_martians.conf 'net.ipv4.conf.lo.log_martians = 1'; }
}
