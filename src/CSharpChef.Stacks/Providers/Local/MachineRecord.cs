using System.Text.Json;
using System.Text.Json.Serialization;

namespace CSharpChef.Stacks;

/// <summary>What is decided about a machine when it is made, and stays.</summary>
internal sealed record MachineRecord(string Id, string Hostname, string Address, string Image)
{
    public static MachineRecord? Load(string path) =>
        File.Exists(path) ? JsonSerializer.Deserialize(File.ReadAllBytes(path), MachineRecordJson.Default.MachineRecord) : null;

    /// <summary>The whole file or none of it.</summary>
    public void Save(string path)
    {
        File.WriteAllBytes($"{path}.new", JsonSerializer.SerializeToUtf8Bytes(this, MachineRecordJson.Default.MachineRecord));
        File.Move($"{path}.new", path, overwrite: true);
    }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true)]
[JsonSerializable(typeof(MachineRecord))]
internal sealed partial class MachineRecordJson : JsonSerializerContext;
