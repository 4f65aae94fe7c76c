import ArgumentParser
import AsyncHTTPClient
@main struct S: ParsableCommand { }
