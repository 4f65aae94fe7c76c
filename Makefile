# The targets are thin: what they do is in scripts/, so that it can be run, read and tested without make.
# FILTER (make test) and SELARAS_PORT (make run) reach the scripts through the environment.
SHELL := /bin/bash
.DEFAULT_GOAL := help
.PHONY: help run test lint contract db schema-test bench build install uninstall clean setup

help:
	@printf '%s\n' \
	  'make run          menyiapkan semuanya dan menjalankan layanan / set up everything and serve on 127.0.0.1:8080' \
	  'make test         menjalankan semua pengujian / run every test (FILTER=name for some of the Swift tests)' \
	  'make lint         memeriksa gaya penulisan / check formatting, shell scripts and file lengths' \
	  'make contract     mencocokkan peladen dengan kontrak API / judge the server by the contract of the API' \
	  'make db           menjalankan PostgreSQL saja / start only the private PostgreSQL' \
	  'make schema-test  menguji skema basis data / run Schema/tests on a fresh database' \
	  'make bench        mengukur kinerja / run the benchmarks (wrk, hey, curl, pgbench)' \
	  'make build        membangun program / build both programs in release mode' \
	  'make install      memasang di PREFIX (bawaan /usr/local), DESTDIR di depannya / install there; make uninstall' \
	  'make setup        memasang yang belum ada / install what is missing from Debian' \
	  'make clean        menghapus hasil pembangunan, data tetap / remove build products, keep the data'

run:
	@scripts/run

test:
	@scripts/test

lint:
	@scripts/lint

contract:
	@scripts/contract

db:
	@scripts/db

schema-test:
	@scripts/schema-test

bench:
	@Benchmarks/run
	@Benchmarks/lists
	@Benchmarks/overload
	@Benchmarks/slow-clients
	@Benchmarks/sign-ins
	@Benchmarks/due-date
	@Benchmarks/start-up
	@Benchmarks/statistics
	@Benchmarks/rescore
	@Benchmarks/province-year
	@Benchmarks/identity
	@Benchmarks/audit

build:
	@scripts/build

install:
	@scripts/install

uninstall:
	@scripts/install --uninstall

setup:
	@scripts/setup

clean:
	@scripts/clean
