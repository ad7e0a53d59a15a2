# Shell functions that print what a machine is, one key=value a line. A backslash in a value is written \\, a line
# end \n. They give the same answer for root and for other users: they read only what everybody may read.
# PATH must be the run's own and LC_ALL=C exported.

# Awk: say prints a fact, first is the first line of a file.
# shellcheck disable=SC2016
facts_awk='
function twice(v, mark, with,   out, i) {
    out = ""
    while ((i = index(v, mark))) {
        out = out substr(v, 1, i - 1) with
        v = substr(v, i + 1)
    }
    return out v
}
function say(key, v) { print key "=" twice(twice(v, "\\", "\\\\"), "\n", "\\n") }
function first(file,   line) {
    line = ""
    if ((getline line < file) < 1) line = ""
    close(file)
    return line
}'

# One process: awk. One more where the kernel does not tell the architecture, or /etc/timezone is missing.
machine_facts() {
    facts_init=
    if [ -d /run/systemd/system ]; then
        facts_init=systemd
    elif [ -e /run/openrc/softlevel ]; then
        facts_init=openrc
    elif [ -x /sbin/openrc ]; then
        facts_init='openrc?'
    fi
    facts_packages=
    if command -v apt-get >/dev/null 2>&1; then
        facts_packages=apt
    elif command -v apk >/dev/null 2>&1; then
        facts_packages=apk
    elif command -v dnf >/dev/null 2>&1 || command -v yum >/dev/null 2>&1; then
        facts_packages=dnf
    fi
    facts_container=
    if [ -e /run/.containerenv ]; then
        facts_container=podman
    elif [ -e /.dockerenv ]; then
        facts_container=docker
    fi
    facts_zone=
    if [ ! -s /etc/timezone ]; then
        if [ -L /etc/localtime ]; then
            facts_zone=$(readlink /etc/localtime)
        elif [ ! -e /etc/localtime ]; then
            facts_zone=UTC
        fi
    fi
    FACTS_INIT=$facts_init FACTS_PACKAGES=$facts_packages FACTS_CONTAINER=$facts_container FACTS_ZONE=$facts_zone \
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
function full_name(full, short,   line, f, n, i, listed, dotted) {
    while ((getline line < "/etc/hosts") > 0) {
        sub(/#.*/, "", line)
        n = split(line, f, " ")
        listed = 0
        dotted = ""
        for (i = 2; i <= n; i++) {
            if (f[i] == short || f[i] == full) listed = 1
            if (dotted == "" && index(f[i], ".")) dotted = f[i]
        }
        if (listed && dotted != "") {
            full = dotted
            break
        }
    }
    close("/etc/hosts")
    return full
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
    if (vendor ~ /^QEMU/ || product ~ /KVM|Google Compute Engine/ || (vendor ~ /^Amazon EC2/ && product !~ /metal/)) return "kvm"
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
    say("fqdn", full_name(full, short))

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

# What may differ between two calls on an unchanged machine; never compared. One process.
volatile_facts() {
    awk "$facts_awk"'
BEGIN {
    while ((getline line < "/proc/stat") > 0) if (split(line, f, " ") == 2 && f[1] == "btime") say("boot_time", f[2])
    close("/proc/stat")
}'
}

# Two processes: ip and awk. Without ip the kernel files tell, less exactly where two interfaces share a net.
network_facts() {
    ip addr 2>/dev/null | awk "$facts_awk"'
function hex(text,   n, i) {
    n = 0
    for (i = 1; i <= length(text); i++) n = n * 16 + index("0123456789abcdef", tolower(substr(text, i, 1))) - 1
    return n
}
function little_endian(text) { return hex(substr(text, 7, 2) substr(text, 5, 2) substr(text, 3, 2) substr(text, 1, 2)) }
function bits(mask,   n) {
    n = 0
    while (mask >= 2147483648) {
        n++
        mask = (mask - 2147483648) * 2
    }
    return n
}
function add(name, address, global,   key) {
    if (!(name in places)) {
        places[name] = ++count
        names[count] = name
    }
    if (address !~ /^fe80:/) solid[name] = 1
    list[name] = list[name] (list[name] == "" ? "" : " ") address
    sub(/\/.*/, "", address)
    key = name (index(address, ":") ? " 6" : " 4")
    if (global && !(key in best)) best[key] = address
    else if (!index(address, ":") && !(key in spare)) spare[key] = address
}
function default_route(   line, f, lowest, found) {
    found = ""
    while ((getline line < "/proc/net/route") > 0) {
        if (split(line, f, " ") < 8 || f[2] != "00000000" || f[8] != "00000000" || f[1] == "*") continue
        if (found == "" || f[7] + 0 < lowest) {
            found = f[1]
            lowest = f[7] + 0
        }
    }
    close("/proc/net/route")
    if (found != "") return found
    while ((getline line < "/proc/net/ipv6_route") > 0) {
        if (split(line, f, " ") < 10 || f[1] !~ /^0+$/ || f[2] != "00" || f[10] == "lo") continue
        if (found == "" || hex(f[6]) < lowest) {
            found = f[10]
            lowest = hex(f[6])
        }
    }
    close("/proc/net/ipv6_route")
    return found
}
function read_kernel4(   line, f, n, i, size, number, address, place, width) {
    n = 0
    while ((getline line < "/proc/net/route") > 0) {
        if (split(line, f, " ") < 8 || f[1] == "*" || f[8] !~ /^[0-9A-F]+$/) continue
        net_of[++n] = little_endian(f[2])
        bits_of[n] = bits(little_endian(f[8]))
        name_of[n] = f[1]
    }
    close("/proc/net/route")
    address = ""
    while ((getline line < "/proc/net/fib_trie") > 0) {
        if (line ~ /\|-- /) address = substr(line, index(line, "|-- ") + 4)
        if (line !~ /\/32 host LOCAL/ || address in known) continue
        known[address] = 1
        if (address ~ /^127\./) {
            add("lo", address "/8", 0)
            continue
        }
        split(address, f, ".")
        number = ((f[1] * 256 + f[2]) * 256 + f[3]) * 256 + f[4]
        place = ""
        width = 0
        for (i = 1; i <= n; i++) {
            size = 2 ^ (32 - bits_of[i])
            if (bits_of[i] > width && int(number / size) == int(net_of[i] / size)) {
                place = name_of[i]
                width = bits_of[i]
            }
        }
        if (place != "") add(place, address "/" width, 1)
    }
    close("/proc/net/fib_trie")
}
function short6(text,   i, g, run, start, longest, from, out) {
    run = longest = 0
    for (i = 0; i < 8; i++) {
        g[i] = tolower(substr(text, i * 4 + 1, 4))
        sub(/^0+/, "", g[i])
        if (g[i] != "") {
            run = 0
            g[i] = g[i] ""
        } else {
            if (!run++) start = i
            if (run > longest) {
                longest = run
                from = start
            }
            g[i] = "0"
        }
    }
    out = ""
    for (i = 0; i < 8; i++) {
        if (longest > 1 && i == from) {
            out = out "::"
            i += longest - 1
        } else out = out (out == "" || out ~ /::$/ ? "" : ":") g[i]
    }
    return out
}
function read_kernel6(   line, f, flags) {
    while ((getline line < "/proc/net/if_inet6") > 0) {
        split(line, f, " ")
        flags = hex(f[5])
        if (flags % 2 || int(flags / 8) % 2 || int(flags / 32) % 2 || int(flags / 64) % 2) continue
        add(f[6], short6(f[1]) "/" hex(f[3]), f[4] == "00")
    }
    close("/proc/net/if_inet6")
}
/^[0-9]+: / {
    name = $2
    sub(/[:@].*/, "", name)
}
$1 ~ /^link\// { macs[name] = $2 }
$1 == "inet" || $1 == "inet6" {
    address = $2
    if ($3 == "peer") address = address substr($4, index($4 "/", "/"))
    if (/ (temporary|deprecated|tentative|dadfailed)/ || ($1 == "inet6" && / secondary/)) next
    add(name, address, $0 ~ / scope global/)
}
END {
    if (!NR) {
        read_kernel4()
        read_kernel6()
    }
    main = default_route()
    for (i = 1; main == "" && i <= count; i++) if (names[i] != "lo" && ((names[i] " 4") in best || (names[i] " 4") in spare)) main = names[i]
    say("network.ip", (main " 4") in best ? best[main " 4"] : spare[main " 4"])
    say("network.ip6", best[main " 6"])
    for (i = 1; i <= count; i++) {
        name = names[i]
        if (!(name in solid)) continue
        key = name
        gsub(/[^A-Za-z0-9_-]/, "_", key)
        if (key in said) continue
        said[key] = 1
        say("network.interfaces." key ".addresses", list[name])
        mac = NR ? macs[name] : first("/sys/class/net/" name "/address")
        say("network.interfaces." key ".mac", mac ~ /:/ && mac ~ /[^0:]/ ? mac : "")
    }
}'
}

# Two processes: awk, and the df that it starts. File systems of the network are listed and not asked, since
# one that hangs would hang us; the size of a zfs data set changes with what others use.
mount_facts() {
    awk "$facts_awk"'
function octal(text,   out, i, code) {
    out = ""
    while ((i = index(text, "\\"))) {
        code = substr(text, i + 1, 3)
        out = out substr(text, 1, i - 1) sprintf("%c", substr(code, 1, 1) * 64 + substr(code, 2, 1) * 8 + substr(code, 3, 1))
        text = substr(text, i + 4)
    }
    return out text
}
function quoted(text) { return "\047" twice(text, "\047", "\047\\\047\047") "\047" }
function network(device, type) {
    return device ~ /^\/\// || device ~ /:\// || type ~ /^(nfs|nfs4|cifs|smb3|ceph|9p|glusterfs|lustre|afs)$/
}
function wanted(device, path, type) {
    if (type ~ /^(rootfs|autofs)$/) return 0
    if (path == "/") return 1
    if (path ~ /^\/(proc|sys|dev|run|snap|var\/lib\/(docker|containers|containerd|kubelet))\// || path ~ /^\/etc\/(hosts|hostname|resolv\.conf)$/) return 0
    if (network(device, type) || type == "zfs") return 1
    if (type == "squashfs" || type ~ /^fuse(\.|$)/ || device ~ /^\/dev\/loop/) return 0
    return device ~ /^\//
}
BEGIN {
    while ((getline line < "/proc/mounts") > 0) {
        split(line, f, " ")
        path = octal(f[2])
        if (path in at) gone[at[path]] = 1
        at[path] = ++n
        paths[n] = path
        devices[n] = octal(f[1])
        types[n] = f[3]
    }
    close("/proc/mounts")
    command = ""
    for (i = 1; i <= n; i++) {
        # A second mount of a device shows a part of it elsewhere; those of btrfs are subvolumes.
        if ((i in gone) || !wanted(devices[i], paths[i], types[i])) continue
        if (devices[i] ~ /^\/[^\/]/ && types[i] != "btrfs" && seen[devices[i]]++) continue
        chosen[++count] = i
        if (!network(devices[i], types[i]) && types[i] != "zfs") command = command " " quoted(paths[i])
    }
    if (command != "") {
        command = "exec df -kP --" command " 2>/dev/null"
        while ((command | getline line) > 0) {
            for (c = 1; c <= count; c++) {
                path = paths[chosen[c]]
                start = length(line) - length(path)
                if (start < 1 || substr(line, start) != " " path) continue
                fields = split(substr(line, 1, start), f, " ")
                if (f[fields] ~ /^([0-9]+%|-)$/) sizes[chosen[c]] = f[fields - 3]
            }
        }
        close(command)
    }
    for (c = 1; c <= count; c++) {
        i = chosen[c]
        say("mounts." (c - 1) ".path", paths[i])
        say("mounts." (c - 1) ".device", devices[i])
        say("mounts." (c - 1) ".type", types[i])
        say("mounts." (c - 1) ".size", sprintf("%.0f", sizes[i] * 1024))
    }
}'
}

# Who we are; never compared. login_path is the PATH that the login gave.
login_facts() {
    facts_user=$(id -un 2>/dev/null) || facts_user=$(id -u)
    facts_root=false
    facts_sudo=false
    if [ "$(id -u)" = 0 ]; then
        facts_root=true
    elif command -v sudo >/dev/null 2>&1 && sudo -n true </dev/null >/dev/null 2>&1; then
        facts_sudo=true
    fi
    facts_shell=$(getent passwd "$facts_user" 2>/dev/null || grep "^$facts_user:" /etc/passwd)
    FACTS_USER=$facts_user FACTS_ROOT=$facts_root FACTS_SUDO=$facts_sudo FACTS_PATH=${login_path-$PATH} \
        FACTS_SHELL=${facts_shell##*:} awk "$facts_awk"'
BEGIN {
    say("login.user", ENVIRON["FACTS_USER"])
    say("login.root", ENVIRON["FACTS_ROOT"])
    say("login.sudo", ENVIRON["FACTS_SUDO"])
    say("login.path", ENVIRON["FACTS_PATH"])
    say("login.shell", ENVIRON["FACTS_SHELL"])
}'
}
