using CSharpChef.Stacks.Providers.Local;

namespace CSharpChef.Tests.Stacks.Providers;

public sealed class MachineProcessTests
{
    [Theory]
    [InlineData("Name:\tsystemd\nNSpid:\t8547\t1\nVmPeak:\t1", true)]
    [InlineData("Name:\tsystemd\nNSpid:\t8547\t12\n", false)]
    [InlineData("Name:\tsystemd\nNSpid:\t1\n", false)]
    [InlineData("Name:\tsystemd\nNSpid:\t8547\t30\t1\n", false)]
    [InlineData("Name:\told\n", false)]
    public void The_first_process_of_a_machine_is_recognized_by_its_namespace(string status, bool expected) =>
        Assert.Equal(expected, MachineProcess.IsFirst(status));

    [Fact]
    public void The_start_time_is_found_behind_a_program_name_with_brackets_and_spaces() =>
        Assert.Equal(
            4711UL,
            MachineProcess.StartedOf("12 (a) b (c) S 1 12 12 0 -1 4194560 1 2 3 4 5 6 7 8 20 0 1 0 4711 1000 200"));

    [Fact]
    public void A_process_that_is_not_the_first_of_a_machine_is_not_found()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "machines of this host are for Linux");

        Assert.Null(MachineProcess.Find(Environment.ProcessId));
        Assert.Null(MachineProcess.Find(int.MaxValue));
    }

    [Fact]
    public void The_mount_point_of_control_groups_is_read_from_the_mount_table()
    {
        Assert.Equal("/sys/fs/cgroup/unified", MachineGroup.UnifiedIn(
            "cgroup /sys/fs/cgroup/cpu cgroup rw 0 0\ncgroup2 /sys/fs/cgroup/unified cgroup2 rw 0 0\n"));
        Assert.Null(MachineGroup.UnifiedIn("proc /proc proc rw 0 0\n"));
    }
}
