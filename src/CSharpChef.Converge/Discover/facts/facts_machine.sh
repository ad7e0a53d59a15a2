# Needs: facts_shared

# machine_facts: prints the facts about the machine. One process: awk. One more where the kernel does not report the
# architecture, or /etc/timezone is missing.
machine_facts() {
    local init='' manager='' container='' zone=''
    if [ -d /run/systemd/system ]; then
        init=systemd
    elif [ -e /run/openrc/softlevel ]; then
        init=openrc
    elif [ -x /sbin/openrc ]; then
        init='openrc?'
    fi
    if command -v apt-get >/dev/null 2>&1; then
        manager=apt
    elif command -v apk >/dev/null 2>&1; then
        manager=apk
    elif command -v dnf >/dev/null 2>&1 || command -v yum >/dev/null 2>&1; then
        manager=dnf
    fi
    if [ -e /run/.containerenv ]; then
        container=podman
    elif [ -e /.dockerenv ]; then
        container=docker
    fi
    if [ ! -s /etc/timezone ]; then
        if [ -L /etc/localtime ]; then
            zone=$(readlink /etc/localtime)
        elif [ ! -e /etc/localtime ]; then
            zone=UTC
        fi
    fi
    FACTS_INIT=$init FACTS_PACKAGES=$manager FACTS_CONTAINER=$container FACTS_ZONE=$zone \
        awk "$facts_awk"'
function plain(v,   quote, out, i) {
    sub(/[ \t\r]+$/, "", v)
    quote = substr(v, 1, 1)
    if (quote == "\"" || quote == "\047") {
        v = substr(v, 2)
        if (substr(v, length(v)) == quote) v = substr(v, 1, length(v) - 1)
        if (quote == "\047") return v
    }
    out = ""
    while ((i = index(v, "\\"))) {
        out = out substr(v, 1, i - 1) substr(v, i + 1, 1)
        v = substr(v, i + 2)
    }
    return out v
}
function family(id,   words, n, i, w) {
    n = split(id " " os["ID_LIKE"], words, " ")
    for (i = 1; i <= n; i++) {
        w = words[i]
        if (w == "debian" || w == "ubuntu") return "debian"
        if (w ~ /^(rhel|centos|rocky|almalinux|fedora|amzn)$/) return "rhel"
        if (w == "alpine" || w == "arch") return w
        if (w ~ /^(suse|sles|opensuse)/) return "suse"
    }
    return id
}
function is_full_name(name, short) { return index(tolower(name), tolower(short) ".") == 1 && short != "localhost" }
# A line of /etc/hosts may name other hosts too, such as localhost.localdomain.
function full_name(full, short, hosts,   line, f, n, i, listed, found) {
    if (is_full_name(full, short)) return full
    found = ""
    while (found == "" && (getline line < hosts) > 0) {
        sub(/#.*/, "", line)
        n = split(line, f, " ")
        listed = 0
        for (i = 2; i <= n; i++) if (tolower(f[i]) == tolower(short)) listed = 1
        for (i = 2; i <= n && listed && found == ""; i++) if (is_full_name(f[i], short)) found = f[i]
    }
    close(hosts)
    return found != "" ? found : short == "localhost" ? "" : short
}
# Only the first processor is read: on a large machine the whole file is long, and slow to make.
function read_cpu(   line, colon, key, i, n, range, ends, seen) {
    while ((getline line < "/proc/cpuinfo") > 0) {
        if (line == "") break
        colon = index(line, ":")
        if (!colon) continue
        key = substr(line, 1, colon - 1)
        line = substr(line, colon + 1)
        gsub(/[ \t]+$/, "", key)
        gsub(/[ \t]+/, " ", line)
        sub(/^ /, "", line)
        sub(/ $/, "", line)
        if (key ~ /^(model name|cpu model|cpu|Processor|uarch)$/ && cpu_model == "") cpu_model = line
        if (key == "flags" && (" " line " ") ~ / hypervisor /) hypervisor = 1
    }
    close("/proc/cpuinfo")
    n = split(first("/sys/devices/system/cpu/online"), range, ",")
    for (i = 1; i <= n; i++) cpu_count += split(range[i], ends, "-") == 2 ? ends[2] - ends[1] + 1 : 1
    if (cpu_count) return
    while ((getline line < "/proc/cpuinfo") > 0) if (line ~ /^processor/) cpu_count++
    close("/proc/cpuinfo")
}
function virtualization(release,   manager, vendor, product) {
    manager = first("/run/systemd/container")
    if (manager == "") manager = first("/run/host/container-manager")
    if (manager == "") manager = ENVIRON["FACTS_CONTAINER"]
    if (manager != "") return manager
    if (release ~ /[Mm]icrosoft.*WSL|-Microsoft$/) return "wsl"
    vendor = first("/sys/class/dmi/id/sys_vendor")
    product = first("/sys/class/dmi/id/product_name")
    if (first("/sys/hypervisor/type") == "xen" || vendor == "Xen") return "xen"
    if (vendor ~ /^VMware/) return "vmware"
    if (vendor ~ /^innotek/ || product == "VirtualBox") return "virtualbox"
    if (vendor ~ /^Microsoft/ && product ~ /^Virtual Machine/) return "hyperv"
    if (vendor ~ /^Parallels/) return "parallels"
    if (vendor ~ /^Apple/ && product ~ /Virtual/) return "apple"
    if (vendor ~ /^QEMU/ || product ~ /KVM|Google Compute Engine/) return "kvm"
    if (vendor ~ /^Amazon EC2/ && product !~ /metal/) return "kvm"
    if (!hypervisor) return "none"
    return vendor ~ /^(Red Hat|OpenStack|DigitalOcean|Hetzner|Nutanix|oVirt|Scaleway|Alibaba)/ ? "kvm" : "vm-other"
}
function init_system(   init, process) {
    init = ENVIRON["FACTS_INIT"]
    if (init == "systemd" || init == "openrc") return init
    process = first("/proc/1/comm")
    if (init != "" && (process == "init" || process == "busybox")) return "openrc"
    return process == "systemd" ? "none" : process
}
function time_zone(   zone) {
    zone = first("/etc/timezone")
    if (zone == "") zone = ENVIRON["FACTS_ZONE"]
    sub(/^.*\/zoneinfo\//, "", zone)
    return zone
}
BEGIN {
    full = first("/proc/sys/kernel/hostname")
    short = full
    sub(/\..*/, "", short)
    say("hostname", short)
    say("fqdn", full_name(full, short, "/etc/hosts"))

    release = "/etc/os-release"
    if (first(release) == "" && (getline line < release) < 0) release = "/usr/lib/os-release"
    close("/etc/os-release")
    while ((getline line < release) > 0) {
        i = index(line, "=")
        if (i && line !~ /^[ \t]*#/) os[substr(line, 1, i - 1)] = plain(substr(line, i + 1))
    }
    close(release)
    id = os["ID"] == "" ? "linux" : os["ID"]
    say("platform.name", id)
    say("platform.version", os["VERSION_ID"])
    say("platform.family", family(id))
    say("platform.codename", os["VERSION_CODENAME"] == "" ? os["UBUNTU_CODENAME"] : os["VERSION_CODENAME"])

    release = first("/proc/sys/kernel/osrelease")
    say("kernel.name", first("/proc/sys/kernel/ostype"))
    say("kernel.release", release)
    arch = first("/proc/sys/kernel/arch")
    if (arch == "") {
        "uname -m" | getline arch
        close("uname -m")
    }
    say("architecture", arch)

    read_cpu()
    say("cpu.count", cpu_count + 0)
    say("cpu.model", cpu_model)
    while ((getline line < "/proc/meminfo") > 0) {
        if (split(line, f, " ") < 2) continue
        if (f[1] == "MemTotal:") total = f[2]
        if (f[1] == "SwapTotal:") {
            swap = f[2]
            break
        }
    }
    close("/proc/meminfo")
    say("memory.total", sprintf("%.0f", total * 1024))
    say("memory.swap", sprintf("%.0f", swap * 1024))
    say("init_system", init_system())
    say("package_manager", ENVIRON["FACTS_PACKAGES"])
    users = ""
    while ((getline line < "/etc/passwd") > 0) {
        i = index(line, ":")
        if (i > 1 && line !~ /^[#+-]/) users = users (users == "" ? "" : " ") substr(line, 1, i - 1)
    }
    close("/etc/passwd")
    say("users", users)
    say("virtualization", virtualization(release))
    say("time_zone", time_zone())
}'
}
