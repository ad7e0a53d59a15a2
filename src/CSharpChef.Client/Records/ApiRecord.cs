using System.Text.Json;
using System.Text.Json.Serialization;

namespace CSharpChef.Client.Records;

/// <summary>
/// An object of the API. Members that are unknown to this version are kept. Numbers and flags are JSON values: the
/// just-in-time compiler would make the readers of each value type at every start, which takes longer than a call.
/// </summary>
internal abstract record ApiRecord
{
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Unknown { get; set; }
}
