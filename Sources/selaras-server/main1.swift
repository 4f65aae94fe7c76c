import ArgumentParser
import Hummingbird
@main struct S: ParsableCommand { }
