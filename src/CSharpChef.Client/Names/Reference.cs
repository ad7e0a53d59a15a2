namespace CSharpChef.Client.Names;

/// <summary>A member that holds the id of something people know by a name.</summary>
/// <param name="List">The member of the answer that lists them.</param>
internal sealed record Reference(string Noun, string Operation, string List, string Id, params string[] Names)
{
    public static readonly Reference Stack = new("stack", "DescribeStacks", "Stacks", "StackId", "Name");
    public static readonly Reference Layer = new("layer", "DescribeLayers", "Layers", "LayerId", "Shortname", "Name");
    public static readonly Reference Instance = new(
        "instance", "DescribeInstances", "Instances", "InstanceId", "Hostname");
    public static readonly Reference App = new("app", "DescribeApps", "Apps", "AppId", "Shortname", "Name");

    /// <summary>By the name of the member; none for those whose id people give.</summary>
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
