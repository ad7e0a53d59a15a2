using CSharpChef.Client.Records;
using CSharpChef.Client.Records.Instances;
using CSharpChef.Client.Records.Layers;
using CSharpChef.Stacks.Apps;
using CSharpChef.Stacks.Instances;
using CSharpChef.Stacks.Layers;
using CSharpChef.Stacks.Stacks;

namespace CSharpChef.Client.Names;

/// <summary>A kind of record that users refer to by name, and members of requests by id.</summary>
/// <param name="List">The member of the answer that lists the records.</param>
internal sealed record Reference(string Noun, string Operation, string List, string Id, params string[] Names)
{
    public static readonly Reference Stack = new(
        "stack",
        nameof(DescribeStacks),
        nameof(Answers.StackList.Stacks),
        nameof(StackRecord.StackId),
        nameof(StackRecord.Name));

    public static readonly Reference Layer = new(
        "layer",
        nameof(DescribeLayers),
        nameof(Answers.LayerList.Layers),
        nameof(LayerRecord.LayerId),
        nameof(LayerRecord.Shortname),
        nameof(LayerRecord.Name));

    public static readonly Reference Instance = new(
        "instance",
        nameof(DescribeInstances),
        nameof(Answers.InstanceList.Instances),
        nameof(InstanceRecord.InstanceId),
        nameof(InstanceRecord.Hostname));

    public static readonly Reference App = new(
        "app",
        nameof(DescribeApps),
        nameof(Answers.AppList.Apps),
        nameof(AppRecord.AppId),
        nameof(AppRecord.Shortname),
        nameof(AppRecord.Name));

    /// <summary>The kind that a member refers to; null for members whose id people type.</summary>
    public static Reference? Of(string member) => member switch
    {
        "StackId" or "StackIds" or "SourceStackId" => Stack,
        "LayerId" or "LayerIds" => Layer,
        "InstanceId" or "InstanceIds" => Instance,
        "AppId" or "AppIds" or "CloneAppIds" => App,
        _ => null,
    };

    public static bool IsUser(string member) => member is "IamUserArn" or "IamUserArns";

    public bool IsInStack => this != Stack;
}
