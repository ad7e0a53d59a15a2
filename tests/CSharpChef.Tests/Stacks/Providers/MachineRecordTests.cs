using CSharpChef.Stacks.Providers;
using CSharpChef.Stacks.Providers.Local;
using CSharpChef.TestSupport;

namespace CSharpChef.Tests.Stacks.Providers;

public sealed class MachineRecordTests : IDisposable
{
    private readonly DirectoryInfo folder = new(TemporaryFolder.Create("machines-"));

    private LocalOptions Options => new() { Folder = folder.FullName };

    [Fact]
    public void A_saved_record_is_read_unchanged()
    {
        var machine = new MachineRecord(
            "0193d8a0-0000-7000-8000-000000000001-1",
            "0193d8a0-0000-7000-8000-000000000001",
            "web-1",
            "10.88.0.2",
            "/image");
        var machineFolder = new MachineFolder(Options, machine.Id);
        Directory.CreateDirectory(machineFolder.Path);

        machine.Save(machineFolder.Record);

        Assert.Equal(machine, machineFolder.Load());
        Assert.Equal([machine], MachineFolder.Records(Options));
    }

    [Fact]
    public void A_folder_without_a_record_is_not_a_machine()
    {
        Directory.CreateDirectory(new MachineFolder(Options, "0193d8a0-0000-7000-8000-000000000001-1").Path);

        Assert.Empty(MachineFolder.Records(Options));
    }

    [Fact]
    public void The_error_for_an_unreadable_record_names_its_file()
    {
        var path = Path.Combine(folder.FullName, "machine.json");
        File.WriteAllText(path, "{");

        var error = Assert.Throws<ProviderException>(() => MachineRecord.Load(path));

        Assert.StartsWith($"Cannot read {path}: ", error.Message, StringComparison.Ordinal);
    }

    public void Dispose() => folder.Delete(recursive: true);
}
