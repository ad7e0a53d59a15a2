using System.Text.Json;
using System.Text.Json.Serialization;

namespace CSharpChef.Client.Records;

/// <summary>An object of the API. Members that are unknown to this version are kept.</summary>
internal abstract record ApiRecord
{
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Unknown { get; set; }
}
